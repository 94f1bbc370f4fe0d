package org.simpul.identifier;

import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource({
        "Muhammad Ridwan, Mohamad Ridwan",
        "Mochammad Ridwan, Muhamad Riduan",
        "Achmad Soebardjo, Ahmad Subarjo",
        "Tjokroaminoto, Cokroaminoto",
        "Siti Khadijah, Sitti Chadidjah",
        "Joesoef Wibisono, Yusuf Wibisono",
        "H. Budi Santoso, Santoso Budi",
        "Нина Петрова, Nina Petrova",
        "محمد رضوان, Mhmd Rdwan",
        "José Álvarez, JOSE ALVAREZ",
    })
    void theSamePersonIsFoundAndAlike(String written, String otherwise) {
        PersonName one = PersonName.of(written);
        PersonName other = PersonName.of(otherwise);
        assertFalse(Collections.disjoint(one.keys(), other.keys()), one.keys() + " and " + other.keys());
        assertTrue(one.likeness(other) >= 85, one.likeness(other) + " alike");
        assertEquals(one.likeness(other), other.likeness(one));
    }

    @ParameterizedTest
    @CsvSource({
        "Budi Santoso, Siti Aminah",
        "Agus Wijaya, Bagus Wirawan",
        "Dewi Lestari, Dewa Lesmana Putra",
        "Rudi, Rudi Hartono Setiawan",
        "Budi Santoso, Budi Susanto Wijaya",
    })
    void anotherPersonIsNot(String name, String other) {
        PersonName one = PersonName.of(name);
        PersonName another = PersonName.of(other);
        assertTrue(
                Collections.disjoint(one.keys(), another.keys()) || one.likeness(another) < 85,
                one.likeness(another) + " alike");
    }

    @Test
    void whatHasNoLettersHasNoKey() {
        assertEquals(Set.of(), PersonName.of("-- 123 --").keys());
        assertEquals(0, PersonName.of("").likeness(PersonName.of("")));
    }

    @Test
    void aTitleIsNoName() {
        assertEquals(
                PersonName.of("Santoso").keys(), PersonName.of("Tn. H. Santoso").keys());
    }
}

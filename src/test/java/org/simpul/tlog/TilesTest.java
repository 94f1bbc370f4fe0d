package org.simpul.tlog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** The paths and the hashes of C2SP tlog-tiles. */
class TilesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 999, 256, tile/0/999",
        "0, 1000, 256, tile/0/x001/000",
        "1, 1234067, 256, tile/1/x001/x234/067",
        "0, 1234, 17, tile/0/x001/234.p/17",
        "63, 5, 255, tile/63/005.p/255",
        "-1, 273, 112, tile/entries/273.p/112",
        "0, 9223372036854775807, 1, tile/0/x009/x223/x372/x036/x854/x775/807.p/1"
    })
    void aPathIsWrittenAndReadTheSame(int level, long number, int width, String path) throws Exception {
        TilePath tile = new TilePath(level, number, width);
        assertEquals(path, tile.toString());
        assertEquals(tile, TilePath.parse(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/0",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/1000",
                "tile/0/x000/001",
                "tile/0/001/000",
                "tile/0/x001",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000/",
                "/tile/0/000",
                "tile/0/../../checkpoint",
                "tile/data/000",
                "tile/0/x999/x999/x999/x999/x999/x999/999"
            })
    void anyOtherSpellingIsRefused(String path) {
        assertThrows(FormatException.class, () -> TilePath.parse(path));
    }

    /** The example of the standard: 70,000 entries. */
    @ParameterizedTest
    @CsvSource({"0, 0, 256", "0, 272, 256", "0, 273, 112", "1, 0, 256", "1, 1, 17", "2, 0, 1"})
    void aLogOf70000HasTheTilesOfTheStandard(int level, long number, int width) {
        assertEquals(width, TilePath.of(level, number, 70_000).width());
    }

    @Test
    void aLogHasNoTileBeyondItsEnd() {
        assertThrows(IllegalArgumentException.class, () -> TilePath.of(0, 274, 70_000));
        assertThrows(IllegalArgumentException.class, () -> TilePath.of(3, 0, 70_000));
        assertThrows(IllegalArgumentException.class, () -> TilePath.of(63, 0, 70_000));
    }

    @Test
    void aLogOf256HasAFullTileAndOneHashAbove() {
        assertEquals("tile/0/000", TilePath.of(0, 0, 256).toString());
        assertEquals("tile/1/000.p/1", TilePath.of(1, 0, 256).toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 511, 512, 700, 66_000})
    void theTilesComeToTheRoot(int size) throws Exception {
        TestLog log = TestLog.of(size);
        assertEquals(log.current().root(), new Tree(new TiledNodes(log, size), size).root());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 512, 700})
    void proofsOutOfTilesAreThoseOfTheRecursion(int size) throws Exception {
        TestLog log = TestLog.of(size);
        Tree tree = new Tree(new TiledNodes(log, size), size);
        List<Hash> leaves = log.hashes();
        for (int i = 0; i < size; i += 1 + size / 7) {
            assertEquals(Naive.path(i, leaves), tree.inclusion(i));
            assertEquals(Naive.proof(i + 1, leaves), tree.consistency(i + 1));
        }
    }

    @Test
    void theFullTileStandsInForAPartialOneThatIsGone() throws Exception {
        TestLog log = TestLog.of(600);
        log.withheld.add("tile/0/001.p/44");
        Tree tree = new Tree(new TiledNodes(log, 300), 300);
        assertEquals(Naive.root(log.hashes().subList(0, 300)), tree.root());
    }

    @Test
    void aTileThatIsNotServedIsAFinding() {
        TestLog log = TestLog.of(300);
        log.withheld.add("tile/0/001.p/44");
        TamperedException found =
                assertThrows(TamperedException.class, () -> new Tree(new TiledNodes(log, 300), 300).root());
        assertEquals(Finding.WITHHELD, found.finding());
    }

    @Test
    void aTileOfAnotherLengthIsAFinding() {
        Tiles cut = new Tiles() {
            @Override
            public byte[] checkpoint() {
                return new byte[0];
            }

            @Override
            public byte[] tile(TilePath path) {
                return new byte[33];
            }
        };
        TamperedException found = assertThrows(TamperedException.class, () -> new TiledNodes(cut, 2).at(0, 0));
        assertEquals(Finding.TILE, found.finding());
        assertEquals(
                Finding.ENTRY,
                assertThrows(
                                TamperedException.class,
                                () -> TiledNodes.entries(new TilePath(TilePath.ENTRIES, 0, 40), new byte[33]))
                        .finding());
    }

    @Test
    void aBundleThatGoesOnIsAFinding() throws Exception {
        TestLog log = TestLog.of(3);
        TilePath path = new TilePath(TilePath.ENTRIES, 0, 3);
        byte[] bundle = log.tile(path);
        assertEquals(3, TiledNodes.entries(path, bundle).size());
        byte[] longer = Arrays.copyOf(bundle, bundle.length + 1);
        assertEquals(
                Finding.ENTRY,
                assertThrows(TamperedException.class, () -> TiledNodes.entries(path, longer))
                        .finding());
    }

    @Test
    void aPathIsTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
        try {
            assertEquals("tile/1/x001/x234/067", new TilePath(1, 1_234_067, 256).toString());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aTileWidthOutsideOfItsBoundsIsNoTile() {
        assertThrows(IllegalArgumentException.class, () -> new TilePath(0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new TilePath(0, 0, 257));
        assertThrows(IllegalArgumentException.class, () -> new TilePath(64, 0, 1));
        assertFalse(new TilePath(0, 0, 255).isFull());
    }
}

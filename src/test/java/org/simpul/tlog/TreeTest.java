package org.simpul.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Against the vectors of RFC 6962's reference implementation, and against its recursions. */
class TreeTest {
    private static final List<Hash> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(hex -> Hash.leaf(HexFormat.of().parseHex(hex)))
            .toList();

    private static final String[] ROOTS = {
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    };

    private static Tree tree(List<Hash> leaves) {
        return new Tree(
                (level, index) -> Naive.root(leaves.subList((int) index << level, (int) (index + 1) << level)),
                leaves.size());
    }

    private static Hash hex(String hash) throws FormatException {
        return Hash.of(HexFormat.of().parseHex(hash));
    }

    private static List<Hash> hexes(String hashes) throws FormatException {
        List<Hash> all = new ArrayList<>();
        for (String hash : hashes.isEmpty() ? new String[0] : hashes.split(" ")) {
            all.add(hex(hash));
        }
        return all;
    }

    private static List<Hash> some(int size) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(Hash.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void theRootIsThatOfTheReferenceTree(int size) throws Exception {
        List<Hash> leaves = LEAVES.subList(0, size);
        Frontier frontier = new Frontier();
        leaves.forEach(frontier::append);
        assertEquals(hex(ROOTS[size]), tree(leaves).root());
        assertEquals(hex(ROOTS[size]), frontier.root());
        assertEquals(hex(ROOTS[size]), Naive.root(leaves));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, ''",
        "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
    })
    void theInclusionProofIsThatOfTheReferenceTree(int index, int size, String path) throws Exception {
        assertEquals(hexes(path), tree(LEAVES.subList(0, size)).inclusion(index));
        assertTrue(Proof.includes(index, LEAVES.get(index), size, hex(ROOTS[size]), hexes(path)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, ''",
        "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
    })
    void theConsistencyProofIsThatOfTheReferenceTree(int older, int size, String path) throws Exception {
        assertEquals(hexes(path), tree(LEAVES.subList(0, size)).consistency(older));
        assertTrue(Proof.grows(older, hex(ROOTS[older]), size, hex(ROOTS[size]), hexes(path)));
    }

    @Test
    void everyInclusionProofIsThatOfTheRecursionAndHolds() throws Exception {
        for (int size = 1; size <= 70; size++) {
            List<Hash> leaves = some(size);
            Tree tree = tree(leaves);
            for (int index = 0; index < size; index++) {
                List<Hash> path = tree.inclusion(index);
                assertEquals(Naive.path(index, leaves), path);
                assertTrue(Proof.includes(index, leaves.get(index), size, tree.root(), path));
            }
        }
    }

    @Test
    void everyConsistencyProofIsThatOfTheRecursionAndHolds() throws Exception {
        for (int size = 1; size <= 70; size++) {
            List<Hash> leaves = some(size);
            for (int older = 1; older <= size; older++) {
                List<Hash> path = tree(leaves).consistency(older);
                assertEquals(Naive.proof(older, leaves), path);
                assertTrue(Proof.grows(older, Naive.root(leaves.subList(0, older)), size, Naive.root(leaves), path));
            }
        }
    }

    @Test
    void theFrontierOfAnySizeComesToTheRootOfTheRecursion() {
        Frontier frontier = new Frontier();
        List<Hash> leaves = some(300);
        for (int size = 1; size <= 300; size++) {
            frontier.append(leaves.get(size - 1));
            assertEquals(Naive.root(leaves.subList(0, size)), frontier.root());
            assertEquals(size, frontier.size());
        }
    }

    @Test
    void anInclusionProofHoldsForItsOwnIndexSizeLeafAndRootAlone() throws Exception {
        for (int size = 1; size <= 33; size++) {
            List<Hash> leaves = some(size);
            Hash root = Naive.root(leaves);
            for (int index = 0; index < size; index++) {
                List<Hash> path = Naive.path(index, leaves);
                Hash leaf = leaves.get(index);
                for (int other = -1; other <= size; other++) {
                    assertEquals(other == index, Proof.includes(other, leaf, size, root, path));
                }
                assertFalse(Proof.includes(index, Hash.EMPTY, size, root, path));
                assertFalse(Proof.includes(index, leaf, size, Hash.EMPTY, path));
                assertFalse(Proof.includes(index, leaf, 0, root, path));
            }
        }
    }

    /** Sizes whose proofs have the same shape can't be told apart: there the signature binds size and root. */
    @Test
    void aConsistencyProofThatIsTooShortForTheSizeFails() {
        Hash two = Naive.root(LEAVES.subList(0, 2));
        Hash four = Naive.root(LEAVES.subList(0, 4));
        List<Hash> path = Naive.proof(2, LEAVES.subList(0, 4));
        assertTrue(Proof.grows(2, two, 4, four, path));
        for (int size = 5; size <= 40; size++) {
            assertFalse(Proof.grows(2, two, size, four, path));
        }
    }

    @Test
    void aProofThatIsChangedAnywhereFails() throws Exception {
        SplittableRandom random = new SplittableRandom(6962);
        for (int round = 0; round < 2000; round++) {
            int size = random.nextInt(2, 65);
            List<Hash> leaves = some(size);
            Hash root = Naive.root(leaves);
            int older = random.nextInt(1, size);
            List<Hash> path = changed(Naive.path(older, leaves), random);
            List<Hash> proof = changed(Naive.proof(older, leaves), random);
            assertFalse(Proof.includes(older, leaves.get(older), size, root, path), "seed 6962, round " + round);
            assertFalse(
                    Proof.grows(older, Naive.root(leaves.subList(0, older)), size, root, proof),
                    "seed 6962, round " + round);
        }
    }

    private static List<Hash> changed(List<Hash> path, SplittableRandom random) {
        List<Hash> other = new ArrayList<>(path);
        int at = random.nextInt(path.size());
        switch (random.nextInt(4)) {
            case 0 -> other.set(at, Hash.leaf(other.get(at).bytes()));
            case 1 -> other.remove(at);
            case 2 -> other.add(at, Hash.leaf(new byte[] {(byte) round(random)}));
            default -> other.add(Hash.EMPTY);
        }
        return other;
    }

    private static int round(SplittableRandom random) {
        return random.nextInt(256);
    }

    @Test
    void aReorderedTreeIsNoExtension() throws Exception {
        List<Hash> leaves = some(40);
        List<Hash> shuffled = new ArrayList<>(leaves);
        Collections.swap(shuffled, 3, 4);
        for (int older = 5; older < 40; older++) {
            assertFalse(Proof.grows(
                    older,
                    Naive.root(leaves.subList(0, older)),
                    40,
                    Naive.root(shuffled),
                    Naive.proof(older, shuffled)));
        }
    }

    @Test
    void everyTreeBeginsWithTheEmptyOne() {
        Hash root = Naive.root(LEAVES);
        assertTrue(Proof.grows(0, Hash.EMPTY, 8, root, List.of()));
        assertTrue(Proof.grows(0, Hash.EMPTY, 0, Hash.EMPTY, List.of()));
        assertFalse(Proof.grows(0, root, 8, root, List.of()));
        assertFalse(Proof.grows(0, Hash.EMPTY, 8, root, List.of(root)));
        assertFalse(Proof.grows(0, root, 0, root, List.of()));
    }

    @Test
    void aTreeIsItsOwnExtensionByAnEmptyProofAlone() {
        Hash root = Naive.root(LEAVES);
        assertTrue(Proof.grows(8, root, 8, root, List.of()));
        assertFalse(Proof.grows(8, root, 8, root, List.of(root)));
        assertFalse(Proof.grows(8, root, 8, Hash.EMPTY, List.of()));
    }

    @Test
    void aTreeNeverShrinks() {
        Hash root = Naive.root(LEAVES);
        assertFalse(Proof.grows(8, root, 7, Naive.root(LEAVES.subList(0, 7)), List.of()));
        assertFalse(Proof.grows(-1, root, 7, root, List.of()));
    }

    @Test
    void aTreeOfOneLeafGrowsByAProofThatIsNotEmpty() {
        Hash one = LEAVES.get(0);
        Hash two = Naive.root(LEAVES.subList(0, 2));
        assertTrue(Proof.grows(1, one, 2, two, List.of(LEAVES.get(1))));
        assertFalse(Proof.grows(1, one, 2, two, List.of()));
    }

    @Test
    void nothingIsInTheEmptyTree() {
        assertFalse(Proof.includes(0, LEAVES.get(0), 0, Hash.EMPTY, List.of()));
    }

    @Test
    void aNodeIsNotALeafWithTheSameBytes() {
        byte[] both = Arrays.copyOf(LEAVES.get(0).bytes(), 64);
        System.arraycopy(LEAVES.get(1).bytes(), 0, both, 32, 32);
        assertFalse(Hash.leaf(both).equals(Hash.node(LEAVES.get(0), LEAVES.get(1))));
    }

    @Test
    void whatIsOutsideOfTheTreeHasNoProof() {
        Tree tree = tree(LEAVES);
        assertThrows(IndexOutOfBoundsException.class, () -> tree.inclusion(8));
        assertThrows(IndexOutOfBoundsException.class, () -> tree.inclusion(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> tree.consistency(9));
        assertThrows(IllegalArgumentException.class, () -> new Tree(tree.nodes(), -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA==", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU", "not base64"})
    void aHashOfAnotherLengthOrSpellingIsRefused(String text) {
        assertThrows(FormatException.class, () -> Hash.parse(text));
    }
}

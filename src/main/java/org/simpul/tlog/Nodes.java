package org.simpul.tlog;

import java.io.IOException;

/** The complete subtrees of a log. */
@FunctionalInterface
public interface Nodes {
    /** The root of the 2^level leaves that begin at index · 2^level; all of them are in the log. */
    Hash at(int level, long index) throws IOException, TamperedException;
}

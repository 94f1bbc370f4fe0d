/**
 * A transparency log as RFC 6962 and RFC 9162 hash it and C2SP serves it: trees, proofs, tiles, checkpoints, witnesses,
 * and the verifier of members. It uses the JDK alone, so that whoever does not trust the hub needs nothing of it.
 */
package org.simpul.tlog;

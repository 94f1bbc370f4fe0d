package org.simpul.referral;

import java.util.List;
import java.util.Set;

/**
 * Names of one submission that others have as well.
 *
 * @param common references of subjects whose name, or a part of it, so many share that it was not looked for
 * @param more whether more are alike than are told
 */
public record SharedNames(List<SharedName> names, Set<String> common, boolean more) {}

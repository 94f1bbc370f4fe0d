package org.simpul.referral;

import java.util.List;
import java.util.Set;

/** @param common references of subjects whose name, or a part of it, so many share that it was not looked for */
public record SharedNames(List<SharedName> names, Set<String> common) {}

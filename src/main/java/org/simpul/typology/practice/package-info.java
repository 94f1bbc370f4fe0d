/** What institutions do with a typology: they adopt a version, and propose red flags that they have seen. */
@NullMarked
package org.simpul.typology.practice;

import org.jspecify.annotations.NullMarked;

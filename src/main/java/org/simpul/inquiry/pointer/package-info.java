/** Where the FIU has switched it on, an agency is told whether the FIU holds an identifier: that, and nothing of it. */
@NullMarked
package org.simpul.inquiry.pointer;

import org.jspecify.annotations.NullMarked;

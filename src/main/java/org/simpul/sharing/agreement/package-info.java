/** What the FIU has agreed with foreign FIUs: without it no person-level data crosses a border. */
@NullMarked
package org.simpul.sharing.agreement;

import org.jspecify.annotations.NullMarked;

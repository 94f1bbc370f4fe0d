/** What an originator lets others do with its material: pass it on, or take it out; and what is passed on under it. */
@NullMarked
package org.simpul.sharing.consent;

import org.jspecify.annotations.NullMarked;

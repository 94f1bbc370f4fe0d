/** The web pages: they call the same services as the API, receive views, and never say more than the API does. */
@NullMarked
package org.simpul.console;

import org.jspecify.annotations.NullMarked;

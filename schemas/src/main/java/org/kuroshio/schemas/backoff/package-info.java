/** Pauses between tries, wherever something outside is asked again. */
package org.kuroshio.schemas.backoff;

/** Events that this program makes itself, sent to their topics as a connector would send them. */
package org.kuroshio.standalone.publish;

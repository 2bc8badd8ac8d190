/** Which Kuroshio this is. */
package org.kuroshio.standalone.release;

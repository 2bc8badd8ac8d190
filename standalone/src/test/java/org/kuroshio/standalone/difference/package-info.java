/** Tests of differences between cuts. */
package org.kuroshio.standalone.difference;

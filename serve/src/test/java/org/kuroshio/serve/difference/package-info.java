/** Tests of differences between cuts. */
package org.kuroshio.serve.difference;

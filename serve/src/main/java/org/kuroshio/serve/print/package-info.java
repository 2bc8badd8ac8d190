/** Rows for people and for programs: aligned text, CSV, JSON. */
package org.kuroshio.serve.print;

/**
 * Which charset a file is read in: strict UTF-8, else the one that the source names, decided over
 * the whole file.
 */
package org.kuroshio.ingest.charset;

/**
 * What the user named as input, as a sorted list of files; patterns on their names; folders of data
 * inside our own jars.
 */
package org.kuroshio.ingest.file;

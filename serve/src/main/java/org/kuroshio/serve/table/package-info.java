/**
 * The tables of a data directory, as they are or as they were at an earlier cut, and how they are
 * written.
 */
package org.kuroshio.serve.table;

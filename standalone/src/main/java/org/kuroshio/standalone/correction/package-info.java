/**
 * Corrections and withdrawals by hand: rows of a file become events of the source `manual`, each
 * the whole state of its entity with the next higher version. All of them are checked before the
 * first is sent.
 */
package org.kuroshio.standalone.correction;

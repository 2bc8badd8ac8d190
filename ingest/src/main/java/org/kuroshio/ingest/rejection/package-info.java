/**
 * Why a record can't be used: the one vocabulary of stage, reason and detail that every part of the
 * engine speaks.
 */
package org.kuroshio.ingest.rejection;

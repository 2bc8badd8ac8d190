/** Texts with holes: the whole language that keys, versions and dates of publication have. */
package org.kuroshio.ingest.template;

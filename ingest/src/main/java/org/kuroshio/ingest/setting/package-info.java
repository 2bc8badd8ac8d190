/**
 * What whoever runs a source may or must say: addresses, page sizes, keys. A secret is never in a
 * definition, only its name.
 */
package org.kuroshio.ingest.setting;

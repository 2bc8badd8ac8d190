/** Makes Avro accept our generated classes in any JVM, with no flag, and nothing beyond them. */
package org.kuroshio.schemas.trust;

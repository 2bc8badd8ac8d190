/** Many readers and many questions at once. */
package org.kuroshio.standalone.serving;

/** The command line from outside: what is typed, and what comes of it. */
package org.kuroshio.standalone.endtoend;

/** The demo from outside: a process, its lines, its directory. */
package org.kuroshio.standalone.demo;

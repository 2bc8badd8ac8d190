/** The same work on Kuroshio and on what a user would pick instead, in one run on one machine. */
package org.kuroshio.bench;

/** Where the process begins. */
package org.kuroshio.standalone;

/** The roles of one process of an installation, from its configuration until it is told to end. */
package org.kuroshio.standalone.run;

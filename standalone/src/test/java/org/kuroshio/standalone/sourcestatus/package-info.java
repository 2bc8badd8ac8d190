/** Tests of what is made of the sources' own words. */
package org.kuroshio.standalone.sourcestatus;

/** Tests of how a run's configuration is read. */
package org.kuroshio.standalone.installation;

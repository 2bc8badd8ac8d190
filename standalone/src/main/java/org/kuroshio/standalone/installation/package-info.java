/**
 * What an operator says of an installation, in one YAML file: the cluster and how to log in, the
 * sources to run, and where everything lies. Read whole, with every mistake at once.
 */
package org.kuroshio.standalone.installation;

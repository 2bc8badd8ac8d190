/** How sources are doing, as their tasks say in a topic: read at once, or watched for silence. */
package org.kuroshio.standalone.sourcestatus;

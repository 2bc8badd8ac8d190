/** How far each hop of the streams is behind what was written, for the operator and as meters. */
package org.kuroshio.standalone.lag;

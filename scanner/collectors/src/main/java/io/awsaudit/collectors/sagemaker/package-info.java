/** Reads notebooks, models, endpoints, monitoring, feature groups and domains of SageMaker AI. */
@NullMarked
package io.awsaudit.collectors.sagemaker;

import org.jspecify.annotations.NullMarked;

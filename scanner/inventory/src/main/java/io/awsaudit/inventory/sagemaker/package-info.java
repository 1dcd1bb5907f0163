/** Notebooks, models, endpoints, monitoring, feature groups and domains of SageMaker AI. */
@NullMarked
package io.awsaudit.inventory.sagemaker;

import org.jspecify.annotations.NullMarked;

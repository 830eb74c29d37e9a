/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.batch;

import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JobRepositoryFactoryBean;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.ItemReader;
import org.springframework.batch.item.ItemWriter;
import org.springframework.transaction.PlatformTransactionManager;

/** The way in which Batch 5 runs a step of chunks, and what else its line does otherwise. */
enum Engine {
    TASKLET_STEP {
        @Override
        Step step(
                JobRepository repository,
                PlatformTransactionManager transactions,
                ItemReader<Product> reader,
                ItemWriter<Product> writer,
                Faults faults) {
            var step = new StepBuilder("import", repository)
                    .<Product, Product>chunk(3, transactions)
                    .reader(reader)
                    .writer(writer);
            if (!faults.any()) {
                return step.build();
            }
            var tolerant = step.faultTolerant().skipLimit(3);
            faults.skipped().forEach(tolerant::skip);
            faults.retried().forEach(retried -> tolerant.retry(retried).retryLimit(3));
            return tolerant.build();
        }
    };

    abstract Step step(
            JobRepository repository,
            PlatformTransactionManager transactions,
            ItemReader<Product> reader,
            ItemWriter<Product> writer,
            Faults faults);

    static JobRepository repository(DataSource dataSource, PlatformTransactionManager transactions) throws Exception {
        JobRepositoryFactoryBean factory = new JobRepositoryFactoryBean();
        factory.setDataSource(dataSource);
        factory.setTransactionManager(transactions);
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    static Run run(JobRepository repository, Step step, String instance) throws Exception {
        TaskExecutorJobLauncher launcher = new TaskExecutorJobLauncher();
        launcher.setJobRepository(repository);
        launcher.afterPropertiesSet();
        JobExecution execution = launcher.run(
                new JobBuilder("import", repository).start(step).build(),
                new JobParametersBuilder().addString("instance", instance).toJobParameters());
        StepExecution last = execution.getStepExecutions().iterator().next();
        StepExecution stored = repository.getLastStepExecution(execution.getJobInstance(), step.getName());
        return new Run(
                execution.getStatus() == BatchStatus.COMPLETED,
                execution.getAllFailureExceptions(),
                last.getSkipCount(),
                Run.counts(last.getExecutionContext()),
                Run.counts(stored.getExecutionContext()));
    }
}

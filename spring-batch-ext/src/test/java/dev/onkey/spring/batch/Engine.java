/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.batch;

import java.util.Set;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.PlatformTransactionManager;

/** The two ways in which Batch 6 runs a step of chunks, and what else its line does otherwise. */
@SuppressWarnings("removal")
enum Engine {
    CHUNK_ORIENTED_STEP {
        @Override
        @SuppressWarnings("unchecked")
        Step step(
                JobRepository repository,
                PlatformTransactionManager transactions,
                ItemReader<Product> reader,
                ItemWriter<Product> writer,
                Faults faults) {
            var step = new StepBuilder("import", repository)
                    .<Product, Product>chunk(3)
                    .transactionManager(transactions)
                    .reader(reader)
                    .writer(writer);
            if (faults.any()) {
                step.faultTolerant().skip(array(faults.skipped())).skipLimit(3);
            }
            if (!faults.retried().isEmpty()) {
                step.retry(array(faults.retried())).retryLimit(3);
            }
            return step.build();
        }
    },

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
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
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

    @SuppressWarnings("unchecked")
    private static Class<? extends Throwable>[] array(Set<Class<? extends Exception>> classes) {
        return classes.toArray(Class[]::new);
    }
}

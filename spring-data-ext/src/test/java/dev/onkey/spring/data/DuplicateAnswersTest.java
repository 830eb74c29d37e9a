/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onkey.spring.data.shop.Account;
import dev.onkey.spring.data.shop.Accounts;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** The answers to users that the documentation of {@link DuplicateEntityException} shows. */
class DuplicateAnswersTest {

    /** What a sign-up form holds. */
    public record SignUp(String email, String phone) {}

    private final DuplicateEntityException duplicate = duplicate();

    @Test
    void anErrorOfAFormsField() {
        BindingResult binding = new BeanPropertyBindingResult(new SignUp("form@x.org", "1"), "signUp");
        duplicate.attributes().forEach(attribute -> binding.rejectValue(attribute, "duplicate", "is taken already"));
        assertThat(binding.getFieldErrors()).singleElement().satisfies(error -> {
            assertThat(error.getField()).isEqualTo("email");
            assertThat(error.getDefaultMessage()).isEqualTo("is taken already");
        });
    }

    @Test
    void aProblemResponse() {
        ProblemDetail problem = conflict(duplicate);
        assertThat(problem.getStatus()).isEqualTo(409);
        assertThat(problem.getTitle()).isEqualTo("Account already exists");
        assertThat(problem.getProperties()).containsEntry("attributes", duplicate.attributes());
    }

    private static DuplicateEntityException duplicate() {
        Accounts accounts = Shop.PLAIN_SPRING.get(Accounts.class);
        accounts.deleteAll();
        accounts.save(new Account("form@x.org", "1", "first"));
        return catchThrowableOfType(
                DuplicateEntityException.class, () -> accounts.save(new Account("form@x.org", "2", "second")));
    }

    private static ProblemDetail conflict(DuplicateEntityException e) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.CONFLICT);
        problem.setTitle(
                e.entityType() == null ? "Already exists" : e.entityType().getSimpleName() + " already exists");
        problem.setProperty("attributes", e.attributes());
        return problem;
    }
}

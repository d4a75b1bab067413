using HealthCode.Domain.Declarations;
using HealthCode.Tests.Support;
using HealthCode.Web.Declarations;

namespace HealthCode.Tests;

public sealed partial class MustNotTests
{
    [Fact]
    public void No_health_answer_signature_or_reading_is_taken_from_another_of_the_household()
    {
        var everything = DeclarationInput.Of(LawfulCase.Form with { ReadAloud = true, Reason = CardReason.Elderly }, "form-1");
        var (form, taken) = new SittingPersonInput { SameDomicile = true }.With(everything, LawfulCase.Today);

        Assert.Equal(everything.DomicileAddress, form.DomicileAddress);
        Assert.Empty(HealthQuestion.All.Select(question => (DeclarationField?)question.Field).Intersect(taken.Cast<DeclarationField?>()));
        Assert.All(new[] { form.Diagnosed, form.CloseContact, form.HadSymptoms, form.LeftNingxia, form.MetHighRisk, form.MetFeverish, form.WillReport, form.WillKeepAway }, answer => Assert.Null(answer));
        Assert.Equal((null, false, null, null), ((object?)form.Signature, form.ReadAloud, form.Name, (object?)form.Reason));
    }
}

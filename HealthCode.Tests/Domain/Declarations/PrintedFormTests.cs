using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Declarations;

public sealed class PrintedFormTests
{
    private static readonly PrintedFormNumber Number = PrintedFormNumber.Of(DivisionCode.Parse(Code), 12);

    [Fact]
    public void A_blank_form_has_its_number_and_nobody_s_name()
    {
        var form = PrintedForm.Of(Number, Code, Now);

        Assert.Equal((Number.Value, Code, Now, null), (form.Number, form.OfficeCode, form.PrintedAt, form.RenewalOf));
    }

    [Fact]
    public void A_half_filled_form_knows_the_declaration_whose_identity_it_carries() =>
        Assert.Equal(7, PrintedForm.Of(Number, Code, Now, renewalOf: 7).RenewalOf);
}

using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Reports;

/// <summary>申报台账.</summary>
[Collection(DemoVillage.Name)]
public sealed class DeclarationLedgerReportTests(DemoVillage demo)
{
    [Fact]
    public async Task Every_form_of_the_days_is_a_row_with_what_became_of_it()
    {
        var sheet = await demo.DrawAsync(new DeclarationLedgerReport(), demo.Month);

        Assert.Empty(sheet.Faults);
        Assert.Equal(await demo.CountAsync("SELECT count(*) FROM Declarations WHERE SubmittedOn BETWEEN '2026-10-21' AND '2026-11-20'"), sheet.Body.Count);
        foreach (var (state, word) in (IEnumerable<(int, string)>)[(1, "待测温审核"), (2, "退回补正"), (3, "符合"), (4, "不予办理")])
        {
            Assert.Equal(await demo.CountAsync($"SELECT count(*) FROM Declarations WHERE State = {state} AND SubmittedOn BETWEEN '2026-10-21' AND '2026-11-20'"), sheet.Column("结论").Count(each => each == word));
        }

        Assert.Equal(
            await demo.CountAsync("SELECT count(DISTINCT DeclarationId) FROM Passes p JOIN Declarations d ON d.Id = p.DeclarationId WHERE d.SubmittedOn BETWEEN '2026-10-21' AND '2026-11-20'"),
            sheet.Column("卡号").Count(number => number.Length > 0));
        Approved.Matches("declarations", sheet.Text);
    }

    [Fact]
    public async Task Masked_it_ends_an_address_with_the_village_and_a_destination_with_the_city()
    {
        var masked = await demo.DrawAsync(new DeclarationLedgerReport(), demo.Month);
        var whole = await demo.DrawAsync(new DeclarationLedgerReport(), demo.Month with { Masking = Masking.Lifted });

        Assert.DoesNotContain(masked.Column("现居住住址"), address => address.EndsWith('号'));
        Assert.Contains(whole.Column("现居住住址"), address => address.EndsWith('号'));
        Assert.All(masked.Column("姓名"), name => Assert.Contains('*', name));
        Assert.All(masked.Column("电话").Where(phone => phone.Length > 0), phone => Assert.Contains('*', phone));
        Assert.DoesNotContain(whole.Column("姓名"), name => name.Contains('*', StringComparison.Ordinal));
    }

    /// <summary>Of a form only what a row shows is read: a value that was forgotten would be blank.</summary>
    [Fact]
    public async Task Whole_it_says_what_the_forms_say()
    {
        var whole = await demo.DrawAsync(new DeclarationLedgerReport(), demo.Month with { Masking = Masking.Lifted });
        var forms = await demo.Server.InDbAsync(db => db.Declarations.AsNoTracking().Where(form => form.OfficeCode == demo.Code).ToDictionaryAsync(form => form.Number, form => form.Content));

        var written = whole.Column("申报编号").Select(number => forms[number]).ToList();
        Assert.NotEmpty(written);
        Assert.Equal(written.Select(form => form.Person.Name.Value), whole.Column("姓名"));
        Assert.Equal(written.Select(form => form.Phone?.Value ?? ""), whole.Column("电话"));
        Assert.Equal(written.Select(form => form.CurrentAddress), whole.Column("现居住住址"));
        Assert.Equal(written.Select(form => form.Group), whole.Column("村民小组"));
        Assert.Equal(written.Select(form => form.SchoolClass), whole.Column("学校班级"));
        Assert.Equal(written.Select(form => form.Travel.Destination), whole.Column("目的地"));
    }
}

using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Reports;

/// <summary>学校返校名单: the demo's children and young people, put into classes.</summary>
public sealed class SchoolsReportTests : IAsyncLifetime
{
    private readonly DemoVillage _demo = new();

    public async Task InitializeAsync()
    {
        await _demo.InitializeAsync();
        await _demo.Server.InDbAsync(async db =>
        {
            foreach (var form in (await db.Declarations.ToListAsync()).Where(form => form.Content.Person.BirthDate > new DateOnly(2008, 1, 1)))
            {
                db.Entry(form).Property(each => each.Content).CurrentValue = form.Content with { SchoolClass = $"样例小学{"一二三"[(int)(form.Id % 3)]}年级" };
            }

            await db.SaveChangesAsync();
        });
    }

    public async Task DisposeAsync() => await _demo.DisposeAsync();

    [Fact]
    public async Task Whoever_has_a_class_stands_once_under_it_with_the_card_he_has()
    {
        var sheet = await _demo.DrawAsync(new SchoolsReport(), Day);

        Assert.Empty(sheet.Faults);
        Assert.InRange(sheet.Body.Count, 20, 100);
        Assert.Equal(
            await _demo.CountAsync("""
                SELECT count(DISTINCT p.PersonKey) FROM Passes p JOIN Declarations d ON d.Id = p.DeclarationId WHERE opened('Declarations.Content', d.Content) LIKE '%"SchoolClass":"样例%' AND (p.IsCurrent OR p.State = 5)
                """),
            sheet.Body.Count);
        Assert.Equal(sheet.Column("班级").Order(NaturalOrder.Instance), sheet.Column("班级"));
        Assert.Equal(sheet.Column("卡号").Count, sheet.Column("卡号").Distinct().Count());
        Assert.All(sheet.Column("姓名"), name => Assert.Contains('*', name));
        Approved.Matches("schools", sheet.Text);
    }

    [Fact]
    public async Task Within_a_class_the_names_stand_as_they_are_spoken()
    {
        var sheet = await _demo.DrawAsync(new SchoolsReport(), Day with { Masking = Masking.Lifted });

        foreach (var pupils in sheet.Column("班级").Zip(sheet.Column("姓名")).GroupBy(row => row.First))
        {
            var spoken = pupils.Select(row => PinyinInitials.Of(row.Second)[0]).ToList();
            Assert.Equal(spoken.Order(StringComparer.Ordinal), spoken);
        }
    }

    [Fact]
    public async Task A_card_that_was_lost_is_not_listed_its_reprint_is_and_a_stopped_one_is()
    {
        var cards = await _demo.Server.InDbAsync(db => db.Passes.Where(pass => pass.IsCurrent)
            .Join(db.FormsOfPupils(), pass => pass.DeclarationId, form => form.Id, (pass, form) => pass).OrderBy(pass => pass.Id).ToListAsync());
        var today = DateOnly.FromDateTime(DemoVillage.Now.DateTime);
        var (lost, stopped) = (cards.Last(card => card.IsLive(today)), cards.First(card => card.IsLive(today)));
        Assert.NotEqual(lost.Id, stopped.Id);
        var reprint = await _demo.Server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var office = await db.Offices.SingleAsync();
            (await db.Passes.SingleAsync(pass => pass.Id == stopped.Id)).Revoke(RefusalClause.CloseContact, "接县疾控中心通知", DemoVillage.Now, today);
            var next = (await db.Passes.SingleAsync(pass => pass.Id == lost.Id)).Reprint(true, "放学路上", await db.NextPassNumberAsync(office), office, DemoVillage.Now, today);
            await db.SaveChangesAsync();
            db.Passes.Add(next);
            return next.Number;
        }));

        var sheet = await _demo.DrawAsync(new SchoolsReport(), Day);

        Assert.DoesNotContain(lost.Number, sheet.Column("卡号"));
        Assert.Contains(reprint, sheet.Column("卡号"));
        Assert.Equal("停用", sheet.Body.Single(row => row.Contains(stopped.Number))[6]);
        Assert.Equal(cards.Count + await _demo.CountAsync("SELECT count(*) FROM Passes p JOIN Declarations d ON d.Id = p.DeclarationId WHERE opened('Declarations.Content', d.Content) LIKE '%样例小学%' AND p.State = 5 AND NOT EXISTS (SELECT 1 FROM Passes c WHERE c.PersonKey = p.PersonKey AND c.IsCurrent)") - 1, sheet.Body.Count);
    }

    private ReportScope Day => _demo.Month with { FirstDay = _demo.Month.LastDay };
}

using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Data.Mappings;
using HealthCode.Web.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HealthCode.Tests.Retention;

/// <summary>What is destroyed and what stays: the codes and kinds are stored in signed records, so a change of one is seen here.</summary>
public sealed class RetentionPlanTests
{
    [Fact]
    public async Task The_plan_stays_as_it_is() => Approved.Matches("plan", await InModelAsync(model => string.Concat(
    [
        .. RetentionPlan.Rows(model).Select(rows => $"{rows.Code}: {rows.Kind}, {rows.Unit}{(rows.OnlyForLastOffice ? ", with the last office" : "")}\n    {rows.Sql}\n    {string.Join(' ', rows.Tables)}\n"),
        "\n",
        .. RetentionPlan.Staying(model).OrderBy(table => table.Key, StringComparer.Ordinal).Select(table => $"{table.Key}: {table.Value}\n"),
    ])));

    [Fact]
    public async Task Every_table_is_destroyed_or_stays_for_a_reason() => Assert.Empty(await InModelAsync(Undecided));

    [Fact]
    public void Twin_a_table_that_nobody_has_decided_about_and_one_that_goes_and_stays_would_be_found()
    {
        var model = new ModelBuilder();
        model.Entity<Silent>().ToTable("Silent");
        model.Entity<Kept>().ToTable("Kept").Retained("x");
        model.Entity<Gone>().ToTable("Gone").Purged("x", "x", "x", order: 1);
        model.Entity<Line>().ToTable("Lines").PurgedWith<Gone>();
        model.Entity<Both>(both =>
        {
            both.ToTable("Both").Retained("x");
            both.PurgedWith<Gone>();
        });
        model.Entity<Orphan>().ToTable("Orphans").PurgedWith<Kept>();

        Assert.Equal(["Both", "Orphans", "Silent"], Undecided(model.Model));
    }

    [Fact]
    public async Task What_is_destroyed_with_its_owner_has_a_foreign_key_that_deletes_it() => Assert.Empty(await InModelAsync(Outliving));

    [Fact]
    public void Twin_rows_that_would_outlive_their_owner_would_be_found()
    {
        var model = new ModelBuilder();
        model.Entity<Gone>().HasKey(gone => gone.Id);
        model.Entity<Line>(line =>
        {
            line.HasOne<Gone>().WithMany().HasForeignKey(each => each.Id).IsRequired().OnDelete(DeleteBehavior.Cascade);
            line.PurgedWith<Gone>();
        });
        model.Entity<Both>(both =>
        {
            both.HasOne<Gone>().WithMany().HasForeignKey(each => each.Id).OnDelete(DeleteBehavior.Restrict);
            both.PurgedWith<Gone>();
        });
        model.Entity<Orphan>().PurgedWith<Gone>();

        Assert.Equal([nameof(Both), nameof(Orphan)], Outliving(model.Model));
    }

    [Fact]
    public async Task No_two_steps_have_the_same_place_or_code()
    {
        var steps = await InModelAsync(model => model.GetEntityTypes().Select(entity => entity.Purged()).OfType<PurgedTable>().ToList());

        Assert.Equal(steps.Count, steps.Select(step => step.Order).Distinct().Count());
        Assert.Equal(steps.Count, steps.Select(step => step.Code).Distinct().Count());
    }

    [Fact]
    public async Task A_step_is_found_by_what_it_destroys()
    {
        Assert.Equal("passes", await InModelAsync(RetentionPlan.CodeOf<HealthPass>));
        await Assert.ThrowsAsync<InvalidOperationException>(() => InModelAsync(RetentionPlan.CodeOf<ReviewDecision>));
    }

    private static async Task<T> InModelAsync<T>(Func<IReadOnlyModel, T> read)
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        return await server.InDbAsync(db => Task.FromResult(read(db.Model)));
    }

    /// <summary>Tables that do not stand in the plan exactly once.</summary>
    private static IReadOnlyList<string> Undecided(IReadOnlyModel model)
    {
        var planned = RetentionPlan.Rows(model).SelectMany(rows => rows.Tables).Concat(RetentionPlan.Staying(model).Keys).ToList();
        return [.. model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct().Where(table => planned.Count(each => each == table) != 1).Order(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<string> Outliving(IReadOnlyModel model) =>
    [
        .. model.GetEntityTypes().Where(entity => entity.PurgedWith() is { } owner && !entity.GetForeignKeys().Any(key =>
                key.PrincipalEntityType.ClrType == owner && key is { IsRequired: true, DeleteBehavior: DeleteBehavior.Cascade }))
            .Select(entity => entity.ClrType.Name).Order(StringComparer.Ordinal),
    ];

    private sealed record Silent(int Id);

    private sealed record Kept(int Id);

    private sealed record Gone(int Id);

    private sealed record Line(int Id);

    private sealed record Both(int Id);

    private sealed record Orphan(int Id);
}

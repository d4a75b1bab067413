using HealthCode.Tests.Support;
using HealthCode.Web.Retention;

namespace HealthCode.Tests.Retention;

/// <summary>What is destroyed and what stays: the codes and kinds are stored in signed records, so a change of one is seen here.</summary>
public sealed class RetentionPlanTests
{
    [Fact]
    public void The_plan_stays_as_it_is() => Approved.Matches("plan", string.Concat(
    [
        .. RetentionPlan.Rows.Select(rows => $"{rows.Code}: {rows.Kind}, {rows.Unit}{(rows.WithTheLastOffice ? ", with the last office" : "")}\n    {rows.Sql}\n    {string.Join(' ', rows.Tables)}\n"),
        "\n",
        .. RetentionPlan.Staying.OrderBy(table => table.Key, StringComparer.Ordinal).Select(table => $"{table.Key}: {table.Value}\n"),
    ]));
}

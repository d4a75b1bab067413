using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;

namespace HealthCode.Web.Data.Postgres;

/// <summary>Sorts what is missing before everything else, as the other engine and .NET do. Said only of what may be missing: an order that says so is not read from an index, and keys never need it; the driver's
/// own switch says it of every column.</summary>
internal sealed class NullsFirst(QuerySqlGeneratorDependencies dependencies, IRelationalTypeMappingSource types) : IQuerySqlGeneratorFactory
{
    private static readonly Version Oldest = new(15, 0);

#pragma warning disable EF1001 // The generator has no public base class; SameAnswersTests sort by columns that may be empty.
    public QuerySqlGenerator Create() => new Generator(dependencies, types);

    private sealed class Generator(QuerySqlGeneratorDependencies dependencies, IRelationalTypeMappingSource types) : NpgsqlQuerySqlGenerator(dependencies, types, reverseNullOrderingEnabled: false, Oldest)
    {
        protected override Expression VisitOrdering(OrderingExpression ordering)
        {
            var visited = base.VisitOrdering(ordering);
            if (ordering.Expression is not ColumnExpression { IsNullable: false })
            {
                Sql.Append(ordering.IsAscending ? " NULLS FIRST" : " NULLS LAST");
            }

            return visited;
        }
    }
#pragma warning restore EF1001
}

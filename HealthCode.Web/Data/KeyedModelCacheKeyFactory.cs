using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HealthCode.Web.Data;

/// <summary>One model for each set of data keys: it closes and opens with them.</summary>
internal sealed class KeyedModelCacheKeyFactory : IModelCacheKeyFactory
{
    public object Create(DbContext context) => Create(context, designTime: true);

    public object Create(DbContext context, bool designTime) => (context.GetType(), ((OfficeDb)context).Keys, designTime);
}
